"""Harmless texts and the HTML they must become, to the letter: defence must not cost the author a word."""

BENIGN = {
    "alert": (
        "> [!WARNING]\n> อย่าขุดชิดคัน\n",
        '<div class="markdown-alert markdown-alert-warning">\n'
        '<p class="markdown-alert-title">ระวัง</p>\n<p>อย่าขุดชิดคัน</p>\n</div>',
    ),
    "table": (
        "| ขั้น | ลึก |\n| :-: | --: |\n| 1 | **2** |\n",
        '<table>\n<thead>\n<tr>\n<th class="to-center">ขั้น</th>\n<th class="to-right">ลึก</th>\n</tr>\n'
        '</thead>\n<tbody>\n<tr>\n<td class="to-center">1</td>\n<td class="to-right"><strong>2</strong>'
        "</td>\n</tr>\n</tbody>\n</table>",
    ),
    "tasks": (
        "- [x] ขุด\n- [ ] ปลูก\n",
        '<ul>\n<li><input aria-label="ทำแล้ว" type="checkbox" checked="" disabled=""> ขุด</li>\n'
        '<li><input aria-label="ยังไม่ทำ" type="checkbox" disabled=""> ปลูก</li>\n</ul>',
    ),
    "footnote": (
        "ขุดลึก[^1]\n\n[^1]: ตามดิน\n",
        '<p>ขุดลึก<sup class="footnote-ref"><a id="fnref-1" href="#fn-1">1</a></sup></p>\n'
        '<section class="footnotes">\n<ol>\n<li id="fn-1">\n<p>ตามดิน <a href="#fnref-1" '
        'class="footnote-backref" aria-label="กลับไปยังข้อความ">↩</a></p>\n</li>\n</ol>\n</section>',
    ),
    "code": (
        '```html\n<script onload="x">alert(1)</script>\n```\n\nเขียน `<img onerror=x>` ก็เห็น\n',
        '<pre><code>&lt;script onload="x"&gt;alert(1)&lt;/script&gt;\n</code></pre>\n'
        "<p>เขียน <code>&lt;img onerror=x&gt;</code> ก็เห็น</p>",
    ),
    "links": (
        "[กรม](https://www.cdd.go.th/a?b=1&c=2#d) <https://www.cdd.go.th> [ข้อ 1](#ขุด)\n",
        '<p><a href="https://www.cdd.go.th/a?b=1&amp;c=2#d">กรม</a> '
        '<a href="https://www.cdd.go.th">https://www.cdd.go.th</a> '
        '<a href="#%E0%B8%82%E0%B8%B8%E0%B8%94">ข้อ 1</a></p>',
    ),
    "file": (
        "[คู่มือ ฉบับย่อ](<คู่มือ ฉบับย่อ (1).pdf>)\n",
        '<p><a href="%E0%B8%84%E0%B8%B9%E0%B9%88%E0%B8%A1%E0%B8%B7%E0%B8%AD%20%E0%B8%89%E0%B8%9A%E0%B8%B1'
        '%E0%B8%9A%E0%B8%A2%E0%B9%88%E0%B8%AD%20(1).pdf">คู่มือ ฉบับย่อ</a></p>',
    ),
    "heading": ("## ขุดหนอง 1 < 2 & 3\n", '<h2 id="ขุดหนอง-1--2--3">ขุดหนอง 1 &lt; 2 &amp; 3</h2>'),
    "list": (
        "3. สาม\n4. สี่\n   - ย่อย\n",
        '<ol start="3">\n<li>สาม</li>\n<li>สี่\n<ul>\n<li>ย่อย</li>\n</ul>\n</li>\n</ol>',
    ),
    "quote": (
        "> น้ำคือชีวิต\n>\n> ~~เก่า~~ **ใหม่** *ดี*\n",
        "<blockquote>\n<p>น้ำคือชีวิต</p>\n<p><del>เก่า</del> <strong>ใหม่</strong> <em>ดี</em></p>\n"
        "</blockquote>",
    ),
    "html": (
        'กด <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="กรม">พช.</abbr>, <mark>เน้น</mark><br>ต่อ\n',
        '<p>กด <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="กรม">พช.</abbr>, <mark>เน้น</mark><br>ต่อ</p>',
    ),
    "details": (
        "<details>\n<summary>เพิ่มเติม</summary>\n\nรายละเอียด\n\n</details>\n",
        "<details>\n<summary>เพิ่มเติม</summary>\n<p>รายละเอียด</p>\n</details>",
    ),
    "signs": (
        "3 < 5 > 2 & “ก” 'ข' \"ค\" javascript: onclick= 👩‍🌾 100%\n",
        "<p>3 &lt; 5 &gt; 2 &amp; “ก” 'ข' \"ค\" javascript: onclick= 👩‍🌾 100%</p>",
    ),
}

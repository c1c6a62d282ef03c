"""The JSON Schema of content/map.geojson: what `source.data_files` needs of a GeoJSON file.

Written by hand, because the map is no record of `model`: it is a file of another standard (RFC
7946), of which only a few members matter here. Other members are allowed, as the standard asks.
"""

from typing import Any

_POSITION = {"type": "array", "minItems": 2, "items": {"type": "number"}}
_RING = {"type": "array", "minItems": 4, "items": _POSITION}
_POLYGON = {"type": "array", "minItems": 1, "items": _RING}


def _geometry(type: str, coordinates: dict[str, Any]) -> dict[str, Any]:
    return {
        "properties": {"type": {"const": type}, "coordinates": coordinates},
        "required": ["type", "coordinates"],
    }


MAP_SCHEMA: dict[str, Any] = {
    "title": "content/map.geojson: แผนที่อำเภอ",
    "type": "object",
    "properties": {
        "type": {"const": "FeatureCollection"},
        "credit_th": {
            "title": "ข้อความให้เครดิต",
            "description": "แสดงใต้แผนที่ ตามที่สัญญาอนุญาตของข้อมูลกำหนด",
            "type": "string",
            "minLength": 1,
        },
        "license": {"title": "สัญญาอนุญาต", "type": "string", "minLength": 1},
        "features": {"title": "อำเภอ", "type": "array", "items": {"$ref": "#/$defs/District"}},
    },
    "required": ["type", "credit_th", "license", "features"],
    "$defs": {
        "District": {
            "type": "object",
            "properties": {
                "type": {"const": "Feature"},
                "properties": {
                    "type": "object",
                    "properties": {
                        "amphoe_code": {
                            "title": "รหัสอำเภอ",
                            "description": "ตรงกับ code ของหน่วยงานใน targets.yml",
                            "type": "string",
                            "pattern": "^[0-9]{2,6}$",
                        },
                        "name_th": {"title": "ชื่ออำเภอ", "type": "string", "minLength": 1},
                    },
                    "required": ["amphoe_code", "name_th"],
                },
                "geometry": {
                    "type": "object",
                    "anyOf": [
                        _geometry("Polygon", _POLYGON),
                        _geometry("MultiPolygon", {"type": "array", "items": _POLYGON}),
                    ],
                },
            },
            "required": ["type", "properties", "geometry"],
        }
    },
}

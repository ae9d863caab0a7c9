"""News agencies, by the names that stand in datelines and attributions."""

__all__ = ["NEWS_AGENCIES"]

#: Agencies that sell their texts to papers of many countries.
NEWS_AGENCIES = (
    "Reuters", "AP", "Associated Press", "AFP", "Agence France-Presse", "Yonhap", "Kyodo", "dpa", "EFE", "ANSA", "UPI", "PTI", "Bloomberg",
)  # fmt: skip

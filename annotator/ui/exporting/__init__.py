"""The export dialog: any format of the catalogue, what it keeps and loses, where it goes."""

"""A codebook under check: each table with its place in the file and what was written there.

Rules ask a part whether the keys they look at could be used, so that one mistake does not bring
forth a second one. May import the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msgspec import Struct

from annotator.codebook.mistakes import Findings, Spot, name_of, nearest, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.codebook.shapes import Shapes, Tree
    from annotator.model import About, Code, Codebook, HolderType, Layer, Pair, Target

T = TypeVar("T", bound=Struct)
T_co = TypeVar("T_co", bound=Struct, covariant=True)


class Part(Struct, Generic[T_co], frozen=True):
    """One table: `it` as a struct, `given` as in the file, `broken` the keys of no use."""

    it: T_co
    spot: Spot
    given: dict[str, object]
    broken: frozenset[str]

    def usable(self, *keys: str) -> bool:
        """Whether all these keys say something that a rule can go by."""
        return self.broken.isdisjoint(keys)

    def at(self, *tokens: str | int) -> Spot:
        """A place in this table."""
        return self.spot.at(*tokens)


class Parts:
    """All tables of a codebook, in the order of their lists."""

    def __init__(self, codebook: Codebook, tables: Tree, shapes: Shapes) -> None:
        self._shapes = shapes
        # Asked for again at every reference to a code.
        self._codes: dict[str, list[Part[Code]]] = {}
        self._code_names: dict[str, tuple[str, ...] | None] = {}
        self.findings: Findings = shapes.findings
        root = self._part(codebook, Spot(), tables)
        self.root = root
        self.about: Part[About] = self.one(root, "codebook", codebook.about)
        self.layers: list[Part[Layer]] = self.inside(root, "layer", codebook.layers)
        self.targets: list[Part[Target]] = self.inside(root, "target", codebook.targets)
        self.holders: list[Part[HolderType]] = self.inside(root, "holder", codebook.holders)
        self.pairs: list[Part[Pair]] = self.inside(root, "pair", codebook.pairs)

    def one(self, outer: Part[Struct], key: str, struct: T) -> Part[T]:
        """A table that stands alone."""
        return self._part(struct, outer.at(key), cast("Tree", outer.given[key]))

    def inside(self, outer: Part[Struct], key: str, structs: Sequence[T]) -> list[Part[T]]:
        """The tables of a list; what is no table at all is left out."""
        tables = cast("list[Tree]", outer.given.get(key, []))
        spots = [outer.at(key, index) for index in range(len(tables))]
        return [
            self._part(struct, spot.named(name_of(table)), table)
            for struct, spot, table in zip(structs, spots, tables, strict=True)
            if spot.pointer not in self._shapes.hollow
        ]

    def codes(self, layer: Part[Layer]) -> list[Part[Code]]:
        """The codes that stand in this layer itself."""
        known = self._codes.get(layer.spot.pointer)
        if known is None:
            known = self.inside(layer, "code", layer.it.codes)
            self._codes[layer.spot.pointer] = known
        return known

    def layer(self, key: str) -> Part[Layer] | None:
        """The first layer with this key."""
        return next((part for part in self.layers if part.it.key == key), None)

    def owner(self, layer: Part[Layer]) -> Part[Layer] | None:
        """The layer whose codes this one takes: itself, or the one that it borrows from."""
        return self.layer(layer.it.codes_from) if layer.it.codes_from else layer

    def code_names(self, layer: Part[Layer]) -> tuple[str, ...] | None:
        """The keys of the layer's codes, own or borrowed; None where they cannot be known."""
        owner = self.owner(layer)
        if owner is None or not layer.usable("codes_from") or not owner.usable("code"):
            return None
        where = owner.spot.pointer
        if where not in self._code_names:
            self._code_names[where] = self.names(self.codes(owner))
        return self._code_names[where]

    def names(self, parts: Sequence[Part[T]]) -> tuple[str, ...] | None:
        """The keys of these tables; None where one of them has none that can be used."""
        if not all(part.usable("key") for part in parts):
            return None
        return tuple(cast("Code", part.it).key for part in parts)

    def refer(self, spot: Spot, name: str, known: tuple[str, ...] | None, what: str) -> bool:
        """Note a name that stands for nothing; True if it stands for something.

        Args:
            spot: where the name is written.
            name: what is referred to.
            known: what there is; None where that cannot be known, then nothing is noted.
            what: the template of the message, with `{name}`.
        """
        if known is None:
            return False
        if name in known:
            return True
        near = nearest(name, known)
        self.findings.add(
            spot,
            "unknown-reference",
            what,
            "did you mean {nearest}?" if near else "add it, or take the name out",
            name=shortened(name),
            nearest=near,
        )
        return False

    def _part(self, struct: T, spot: Spot, table: Tree) -> Part[T]:
        prefix = spot.at("").pointer
        broken = self._shapes.broken
        keys = frozenset(
            key for key in type(struct).__struct_encode_fields__ if prefix + key in broken
        )
        return Part(struct, spot, table, keys)

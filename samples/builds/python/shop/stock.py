class OutOfStock(Exception):
    """There is less than was asked for."""


class Stock:
    def __init__(self):
        self._things = {}

    def add(self, thing, count=1):
        self._things[thing] = self._things.get(thing, 0) + count

    def take(self, thing, count=1):
        left = self._things.get(thing, 0) - count
        if left < 0:
            raise OutOfStock(f"{thing}: {count} wanted, {left + count} there")
        self._things[thing] = left

    def __str__(self):
        return ", ".join(f"{count} {thing}" for thing, count in sorted(self._things.items()))

using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>One side of a comparison: a literal, or a path from the item (<c>@</c>) or from the root (<c>$</c>).</summary>
internal sealed class Operand(Data? literal, DataPath? path, bool fromItem)
{
    internal bool IsPath => path is not null;

    internal bool IsIndefinite => path is { IsDefinite: false };

    /// <summary>Null if the path leads nowhere.</summary>
    internal Data? Value(Data item, Data root) => path is null ? literal : path.Find(fromItem ? item : root, root);
}

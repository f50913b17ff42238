namespace Sluice.BuildRunner.Reports.Json;

/// <summary>Where a value is.</summary>
/// <param name="Name">Of the member whose value it is; empty in a list and outermost.</param>
/// <param name="Parent">The object or list that it is in; null outermost.</param>
/// <param name="IsObject">Whether it is an object.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Line">From 1; 0 for a value, where it is not looked for.</param>
internal sealed record JsonPlace(string Name, JsonPlace? Parent, bool IsObject, bool IsList, long Line)
{
    public int Depth { get; } = Parent is null ? 1 : Parent.Depth + 1;

    /// <summary>Whether the names from here outwards are these. In a list it is the list's name that counts.</summary>
    public bool Is(params ReadOnlySpan<string> names)
    {
        var place = this;
        foreach (var name in names)
        {
            if (place is null || place.Name != name)
            {
                return false;
            }

            place = place.Parent;
        }

        return true;
    }
}

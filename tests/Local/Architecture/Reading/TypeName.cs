namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>An outermost type: its assembly's simple name, its namespace, which is its folder, and its own name.</summary>
public sealed record TypeName(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

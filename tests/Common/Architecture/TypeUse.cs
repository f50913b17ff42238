namespace Sluice.Tests.Architecture;

/// <summary>That one type's code, signatures or attributes name another type. A nested, generated or state machine type counts for the outermost type that holds it.</summary>
public sealed record TypeUse(TypeName User, TypeName Used)
{
    public override string ToString() => $"{User} uses {Used}";
}

/// <summary>An outermost type: its assembly's simple name, its namespace, which is its folder, and its own name.</summary>
public sealed record TypeName(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

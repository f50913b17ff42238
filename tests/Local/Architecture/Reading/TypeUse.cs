namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>That one type's code, signatures or attributes name another type. A nested, generated or state machine type counts for the outermost type that holds it.</summary>
public sealed record TypeUse(TypeName User, TypeName Used)
{
    public override string ToString() => $"{User} uses {Used}";
}

namespace Sluice.Platform.Json;

/// <summary>An enum's members as the wire has them.</summary>
public static class WireNames
{
    /// <summary>The member's name on the wire, e.g. <c>IN_PROGRESS</c>.</summary>
    public static string WireName<TEnum>(this TEnum value)
        where TEnum : struct, Enum => EnumNames.Of(typeof(TEnum)).Name(value);

    /// <summary>The member of a name on the wire.</summary>
    /// <exception cref="System.Text.Json.JsonException">The enum has no such member.</exception>
    public static TEnum Read<TEnum>(string name)
        where TEnum : struct, Enum => EnumNames.Of(typeof(TEnum)).TryMember(name, out var member) ? (TEnum)member : throw new System.Text.Json.JsonException($"'{name}' is no member of {typeof(TEnum).Name}.");
}

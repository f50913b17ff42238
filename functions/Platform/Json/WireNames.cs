namespace Sluice.Platform.Json;

/// <summary>An enum's members as the wire has them.</summary>
public static class WireNames
{
    /// <summary>The member's name on the wire, e.g. <c>IN_PROGRESS</c>.</summary>
    public static string WireName<TEnum>(this TEnum value)
        where TEnum : struct, Enum => EnumNames.Of(typeof(TEnum)).Name(value);
}

using System.Reflection;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Json;

/// <summary>An enum's members as JSON has them: by <see cref="JsonStringEnumMemberNameAttribute"/>, or by their names.</summary>
public static class WireNames
{
    /// <summary>The member's name on the wire, e.g. <c>IN_PROGRESS</c>.</summary>
    public static string WireName<TEnum>(this TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.Of[value];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Of = Enum.GetValues<TEnum>().ToDictionary(
            value => value,
            value => typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString());
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Json;

/// <summary>
/// An enum's members as JSON has them: by <see cref="JsonStringEnumMemberNameAttribute"/>, or by their own names; read in any case.
/// Members are boxed, so that one code serves all enums: what is generic is compiled once for each of the models' hundreds.
/// </summary>
internal sealed class EnumNames
{
    private static readonly ConcurrentDictionary<Type, EnumNames> All = new();

    private readonly Dictionary<string, object> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<object, string> _names = [];

    private EnumNames(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var member = field.GetValue(null)!;
            var name = field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
            _members.TryAdd(name, member);
            _names.TryAdd(member, name);
        }
    }

    /// <summary>Those of an enum, found once.</summary>
    public static EnumNames Of(Type type) => All.GetOrAdd(type, static type => new EnumNames(type));

    /// <summary>The boxed member of a name.</summary>
    public bool TryMember(string name, [NotNullWhen(true)] out object? member) => _members.TryGetValue(name, out member);

    /// <summary>The name of a boxed member.</summary>
    /// <exception cref="JsonException">The enum has no such member.</exception>
    public string Name(object member) =>
        _names.GetValueOrDefault(member) ?? throw new JsonException($"{member} is no member of {member.GetType().Name}.");
}

using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Platform.Tables;

/// <summary>A change of one top-level attribute.</summary>
public abstract record Change(string Attribute)
{
    /// <summary>Gives the attribute this value (anything that serialises to JSON; null is stored as null).</summary>
    public static Change Set<T>(string attribute, T value) =>
        new SetAttribute(attribute, JsonSerializer.SerializeToNode(value, SluiceJson.Options), OnlyIfAbsent: false);

    /// <summary>Gives the attribute this value if it has none yet.</summary>
    public static Change SetIfAbsent<T>(string attribute, T value) =>
        new SetAttribute(attribute, JsonSerializer.SerializeToNode(value, SluiceJson.Options), OnlyIfAbsent: true);

    /// <summary>Takes the attribute away; an absent one is no error.</summary>
    public static Change Remove(string attribute) => new RemoveAttribute(attribute);

    /// <summary>Adds to a whole number; an absent one counts as zero.</summary>
    public static Change Add(string attribute, long amount) => new AddToAttribute(attribute, amount);
}

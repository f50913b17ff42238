namespace Sluice.Pipelines.Types;

/// <summary>A key of an action's configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record ConfigurationKey(string Name, bool Required = false)
{
    /// <summary>Its value is never shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Job workers can ask for jobs by it.</summary>
    public bool Queryable { get; init; }

    /// <summary>The values that it may have; null for any.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>How many characters it may have; 0 for as many as any.</summary>
    public int Longest { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    public static ConfigurationKey Needed(string name) => new(name, Required: true);

    public static ConfigurationKey Flag(string name) => new(name) { OneOf = ["true", "false"] };

    public static ConfigurationKey Choice(string name, params string[] values) => new(name) { OneOf = values };
}

using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>A rule as it is stored.</summary>
/// <param name="Bus">Of which bus, by name.</param>
/// <param name="Name">Its name.</param>
internal sealed record EventRule(string Bus, string Name)
{
    /// <summary>An event pattern; null if it goes by the clock alone.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>rate(…)</c> or <c>cron(…)</c>; null if it goes by events alone.</summary>
    public string? Schedule { get; init; }

    /// <summary>From when a rate counts.</summary>
    public DateTimeOffset ScheduledFrom { get; init; }

    public string State { get; init; } = Enabled;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    public IReadOnlyList<EventTarget> Targets { get; init; } = [];

    public const string Enabled = "ENABLED";

    public bool IsEnabled => State != "DISABLED";

    public string Key => KeyOf(Bus, Name);

    public static string KeyOf(string bus, string name) => $"{bus}|{name}";
}

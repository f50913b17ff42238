using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>A rule about an alarm.</summary>
[Kind("alarm")]
internal sealed record AlarmRuleProgress : CallingProgress
{
    public required string AlarmName { get; init; }

    /// <summary>The states in which the rule is not kept.</summary>
    public required IReadOnlyList<string> FailingStates { get; init; }

    /// <summary>Until when it is watched, or waited for.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whether the alarm is watched, so that the rule is kept only if it was quiet to the end; else it is waited for.</summary>
    public bool IsWatch { get; init; }
}

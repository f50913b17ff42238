using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>What listings of targets may be filtered by.</summary>
internal static class TargetFilters
{
    private static readonly string[] _statuses =
    [
        .. new[] { TargetStatus.Pending, TargetStatus.InProgress, TargetStatus.Succeeded, TargetStatus.Failed, TargetStatus.Skipped, TargetStatus.Unknown, TargetStatus.Ready }
            .Select(status => status.ToString()),
    ];

    private static readonly string[] _labels = ["Blue", "Green"];

    /// <exception cref="ApiException"><c>InvalidInstanceStatusException</c>.</exception>
    public static void CheckStatuses(IReadOnlyList<string>? statuses) => Check(statuses, _statuses, "InvalidInstanceStatusException", "status of a target");

    /// <exception cref="ApiException">The error named.</exception>
    public static void CheckLabels(IReadOnlyList<string>? labels, string error) => Check(labels, _labels, error, "label of an instance");

    private static void Check(IReadOnlyList<string>? given, string[] known, string error, string what)
    {
        if (given?.FirstOrDefault(value => !known.Contains(value, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ApiException(error, $"'{unknown}' is no {what}; expected some of {string.Join(", ", known)}.");
        }
    }
}

using Sluice.Pipelines.Model;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>An approval that waits for people.</summary>
[Kind("approval")]
internal sealed record ApprovalProgress : OwnProgress
{
    public required ApprovalRules Rules { get; init; }

    /// <summary>After this nobody's word counts.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>In the order in which they came, one a person.</summary>
    public IReadOnlyList<ApprovalVote> Votes { get; init; } = [];
}

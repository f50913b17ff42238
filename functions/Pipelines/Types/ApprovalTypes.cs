using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>What waits for people.</summary>
internal static class ApprovalTypes
{
    public const string Manual = "Manual";

    /// <summary>
    /// CodePipeline's keys, and ours: <c>RequiredApprovals</c> (how many must approve), <c>Approvers</c> and <c>ApproverGroups</c> (who may), <c>AllowSelfApproval</c> (whether who started the run may, too) and <c>RequireComment</c>.
    /// </summary>
    public static IReadOnlyList<ActionKind> All { get; } =
    [
        new(ActionCategory.Approval, ActionOwner.AWS, Manual)
        {
            Keys =
            [
                new("NotificationArn"), new("CustomData") { Longest = 1000 }, new("ExternalEntityLink"),
                new("RequiredApprovals"), new("Approvers"), new("ApproverGroups"), Flag("AllowSelfApproval"), Flag("RequireComment"),
            ],
            TakesTimeout = true,
            Variables = ["ApprovedBy", "Comment"],
            Timeout = TimeSpan.FromDays(7),
        },
    ];
}

using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Projects as they are answered.</summary>
public sealed class ProjectAnswer(SuiteAccount account)
{
    internal Project Of(StoredProject stored, OperationContext context) => stored.Project with
    {
        Arn = ArnOf(stored.Name),
        EncryptionKey = stored.Project.EncryptionKey ?? account.Arn("kms", "alias/aws/s3"),
        Badge = BadgeOf(stored, context),
        PublicProjectAlias = AliasOf(stored),
        Webhook = stored.Webhook is { } webhook ? WebhookOf(webhook.Webhook, stored.ProjectId, context) : null,
    };

    internal string ArnOf(string name) => account.Arn("codebuild", $"project/{name}");

    internal static string? AliasOf(StoredProject stored) => stored.Project.ProjectVisibility == ProjectVisibilityType.PUBLIC_READ ? stored.PublicAlias : null;

    /// <summary>With where hosts are to deliver to.</summary>
    internal static Webhook WebhookOf(Webhook webhook, string projectId, OperationContext context) => webhook with { PayloadUrl = context.Address($"webhooks?t={projectId}") };

    private static ProjectBadge BadgeOf(StoredProject stored, OperationContext context) => stored.Project.Badge?.BadgeEnabled is true
        ? new ProjectBadge { BadgeEnabled = true, BadgeRequestUrl = context.Address($"badges?uuid={stored.PublicAlias}&branch=main") }
        : new ProjectBadge { BadgeEnabled = false };
}

using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of actions must be beyond their keys.</summary>
internal static class KindChecks
{
    public static Action<ConfigurationRead>? Of(ActionKind kind) => (kind.Category, kind.Provider) switch
    {
        _ when kind.HasWorker => null,
        (ActionCategory.Source, _) => SourceChecks.Of(kind.Provider),
        (ActionCategory.Build or ActionCategory.Test, BuildTypes.CodeBuild) => BuildChecks.CodeBuild,
        (ActionCategory.Deploy, _) => DeployChecks.Of(kind.Provider),
        (ActionCategory.Invoke, InvokeTypes.StepFunctions) => InvokeChecks.StepFunctions,
        (ActionCategory.Invoke, InvokeTypes.CodePipeline) => InvokeChecks.CodePipeline,
        (ActionCategory.Approval, ApprovalTypes.Manual) => Manual,
        _ => null,
    };

    private static void Manual(ConfigurationRead read)
    {
        read.Number("RequiredApprovals", 1, 100);
        if (read.Plain("NotificationArn") is { } topic && topic.Split(':') is not ["arn", _, "sns", _, _, _])
        {
            read.Fault("NotificationArn", $"the ARN of an SNS topic was expected, not '{topic}'");
        }

        if (read.Plain("ExternalEntityLink") is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")))
        {
            read.Fault("ExternalEntityLink", "an http or https URL was expected");
        }
    }
}

using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Host;

/// <summary>The kinds of actions for which this machine stands in with nothing: a pipeline that names one is refused when it is made, not when it runs.</summary>
internal static class LocalKinds
{
    public static UnavailableKinds Unavailable { get; } = new(
    [
        new(ActionCategory.Deploy, "CloudFormation", "one machine has no CloudFormation, which makes stacks of resources in an account"),
        new(ActionCategory.Deploy, "ECS", "one machine runs services that CodeDeploy or a controller of your own deploys (CodeDeployToECS), and none that ECS itself deploys"),
        new(ActionCategory.Source, "ECR", "one machine has no registry of images"),
        new(ActionCategory.Invoke, "StepFunctions", "one machine runs the suite's own state machines only; `sluice machine` runs one of yours"),
    ]);
}

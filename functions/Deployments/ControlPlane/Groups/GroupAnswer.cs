namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>
/// The settings of a group as CodeDeploy answers them: members that it always answers are there though nobody said them, since its clients (<c>aws ecs deploy</c> among them) read them without looking
/// whether they are. What is stored stays what was said.
/// </summary>
internal static class GroupAnswer
{
    /// <summary>Tag filters are left out beside a tag set, which takes their place.</summary>
    public static GroupSettings Of(GroupSettings settings) => settings with
    {
        BlueGreenDeploymentConfiguration = BlueGreen(settings.BlueGreenDeploymentConfiguration),
        Ec2TagFilters = settings.Ec2TagFilters ?? (settings.Ec2TagSet is null ? [] : null),
        OnPremisesInstanceTagFilters = settings.OnPremisesInstanceTagFilters ?? (settings.OnPremisesTagSet is null ? [] : null),
        TriggerConfigurations = settings.TriggerConfigurations ?? [],
    };

    /// <summary>With CodeDeploy's defaults: go on at once, and end the old side at once.</summary>
    public static BlueGreenDeploymentConfiguration? BlueGreen(BlueGreenDeploymentConfiguration? said) => said is null ? null : said with
    {
        DeploymentReadyOption = said.DeploymentReadyOption is { } ready
            ? new DeploymentReadyOption
            {
                ActionOnTimeout = ready.ActionOnTimeout ?? DeploymentReadyAction.CONTINUE_DEPLOYMENT,
                WaitTimeInMinutes = ready.WaitTimeInMinutes ?? 0,
            }
            : null,
        TerminateBlueInstancesOnDeploymentSuccess = said.TerminateBlueInstancesOnDeploymentSuccess is { } termination
            ? new BlueInstanceTerminationOption
            {
                Action = termination.Action ?? InstanceAction.TERMINATE,
                TerminationWaitTimeInMinutes = termination.TerminationWaitTimeInMinutes ?? 0,
            }
            : null,
    };
}

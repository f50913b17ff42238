using Amazon.Lambda.Annotations;
using Sluice.Deployments.Notifying;

namespace Sluice.Lambdas.Deployments;

/// <summary>Takes the changes of deployments' states for the triggers of their groups.</summary>
public sealed class NotifyTriggersFunction(NotifyTriggers useCase)
{
    /// <summary>Asks for the messages.</summary>
    [LambdaFunction(ResourceName = "NotifyTriggersFunction")]
    public Task NotifyTriggers(StateChangeEvent happened) => useCase.RunAsync(happened);
}

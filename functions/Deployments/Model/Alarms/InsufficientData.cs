namespace Sluice.Deployments.Model.Alarms;

/// <summary>What an alarm without data means (our field <c>insufficientData</c> of an alarm configuration).</summary>
public enum InsufficientData
{
    /// <summary>Nothing, as in CodeDeploy.</summary>
    Continue,

    /// <summary>The step is watched on until there is data, a bounded number of times, and then stopped. Before any traffic is moved it means nothing.</summary>
    Wait,

    /// <summary>The same as an alarm that fires.</summary>
    Stop,
}

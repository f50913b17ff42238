namespace Sluice.Deployments.Model;

/// <summary>What made a deployment stop.</summary>
public enum StopCause
{
    /// <summary>An alarm that it watches.</summary>
    Alarm,

    /// <summary>Someone asked for it.</summary>
    Request,

    /// <summary>A hook failed or did not report.</summary>
    Hook,

    /// <summary>The new version was judged worse by its metrics, or could not be judged.</summary>
    Analysis,

    /// <summary>Someone else changed the alias.</summary>
    ForeignChange,

    /// <summary>Something that was to be done could not be done.</summary>
    Failure,

    /// <summary>It waited for ContinueDeployment in vain.</summary>
    NotContinued,

    /// <summary>Its execution ended without ending it.</summary>
    Recovery,
}

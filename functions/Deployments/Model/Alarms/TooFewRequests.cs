namespace Sluice.Deployments.Model.Alarms;

/// <summary>What is done with a step in which too few requests came to the new version to tell anything of it, after it waited for more.</summary>
public enum TooFewRequests
{
    /// <summary>Traffic goes back: what was not seen is not good.</summary>
    Fail,

    /// <summary>The deployment goes on; its event says that nothing was known.</summary>
    Continue,
}

namespace Sluice.Deployments.Model;

/// <summary>What a hook may report.</summary>
public enum HookStatus
{
    /// <summary>The deployment may go on.</summary>
    Succeeded,

    /// <summary>It must not.</summary>
    Failed,
}

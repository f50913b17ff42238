namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>What an action is at with its stack.</summary>
internal enum StackPhase
{
    /// <summary>It looks what there is.</summary>
    Look,

    /// <summary>A stack that failed goes, so that another can be made.</summary>
    Clear,

    /// <summary>The stack is made, changed or deleted.</summary>
    Work,

    /// <summary>There was nothing to change: what the stack has is read.</summary>
    Read,

    /// <summary>An older change set of the name goes.</summary>
    Replace,

    /// <summary>The change set is made.</summary>
    Plan,

    /// <summary>The stack has failed: its first fault is looked for.</summary>
    Explain,
}

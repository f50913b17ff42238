namespace Sluice.Platform.Actions;

/// <summary>Which condition of a stage a rule is of.</summary>
public static class ActionConditions
{
    /// <summary>It says whether the stage may be entered.</summary>
    public const string BeforeEntry = "BEFORE_ENTRY";

    /// <summary>It says whether the stage, whose actions are done, has succeeded.</summary>
    public const string OnSuccess = "ON_SUCCESS";

    /// <summary>It says whether a stage that has failed is left so.</summary>
    public const string OnFailure = "ON_FAILURE";
}

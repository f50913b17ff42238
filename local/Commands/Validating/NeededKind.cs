namespace Sluice.Local.Commands.Validating;

/// <summary>What documents name of an account.</summary>
internal enum NeededKind
{
    /// <summary>A CodeBuild project. One that is not there is no fault: its builds go by defaults.</summary>
    Project,

    /// <summary>A deployment group of CodeDeploy.</summary>
    Group,

    /// <summary>A Lambda function.</summary>
    Function,

    /// <summary>Another pipeline.</summary>
    Pipeline,
}

namespace Sluice.Builds.Model;

/// <summary>
/// A build's UUID is made from the action execution that asks for it, so that however often one is asked for, it is one build. It is the name of an execution too,
/// where CodeBuild's <c>project:uuid</c> could not stand because of its colon.
/// </summary>
internal static class BuildIds
{
    public static string Of(string pipelineName, string actionExecutionId) => DerivedUuid.Of("build", pipelineName, actionExecutionId);
}

namespace Sluice.BuildContract.Batches;

/// <summary>What differs from the project's environment; null is as the project has it.</summary>
/// <param name="ComputeType">For example <c>BUILD_GENERAL1_SMALL</c>.</param>
/// <param name="Fleet">A fleet's name or ARN.</param>
/// <param name="Image">The image of the container.</param>
/// <param name="PrivilegedMode">Whether containers can be built in it.</param>
/// <param name="Type">For example <c>LINUX_CONTAINER</c>.</param>
/// <param name="Variables">Beside the project's; of equal names these win.</param>
public sealed record BatchEnvironment(
    string? ComputeType, string? Fleet, string? Image, bool? PrivilegedMode, string? Type, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>As the project has it.</summary>
    public static readonly BatchEnvironment AsProject = new(null, null, null, null, null, new Dictionary<string, string>());
}

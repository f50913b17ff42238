using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's FunctionConfiguration.</summary>
internal sealed record FunctionShape(
    string FunctionName,
    string FunctionArn,
    string Runtime,
    string Role,
    string? Handler,
    long CodeSize,
    string Description,
    int Timeout,
    int MemorySize,
    string LastModified,
    string CodeSha256,
    string Version,
    DeadLetterShape? DeadLetterConfig,
    EnvironmentShape? Environment,
    string RevisionId,
    string State,
    string? StateReason,
    string? StateReasonCode,
    string LastUpdateStatus,
    string PackageType)
{
    /// <param name="qualifier">As the caller asked; the ARN repeats it.</param>
    /// <param name="updating">An update of <c>$LATEST</c> is under way.</param>
    public static FunctionShape Of(CloudIdentity identity, string function, FunctionVersion version, string? qualifier, bool updating) => new(
        function,
        identity.FunctionArn(function, qualifier),
        version.Configuration.Runtime,
        version.Configuration.Role,
        version.Configuration.Handler,
        version.Package.Size,
        version.Description,
        version.Configuration.Timeout,
        version.Configuration.MemorySize,
        version.LastModifiedText,
        version.Package.CodeSha256,
        version.Version,
        version.Configuration.DeadLetterTargetArn is { } target ? new DeadLetterShape(target) : null,
        version.Configuration.Environment.IsEmpty ? null : new EnvironmentShape(version.Configuration.Environment),
        version.RevisionId,
        version.State.ToString(),
        version.StateReason,
        version.StateReasonCode,
        updating ? "InProgress" : "Successful",
        "Zip");
}

/// <summary>Lambda's FunctionCode, of which this machine takes an object in the object store or the package itself.</summary>
internal sealed record CodeShape(string? S3Bucket, string? S3Key, byte[]? ZipFile = null);

/// <summary>Lambda's Environment.</summary>
internal sealed record EnvironmentShape(IReadOnlyDictionary<string, string>? Variables);

/// <summary>Lambda's DeadLetterConfig.</summary>
internal sealed record DeadLetterShape(string? TargetArn);

using Sluice.Platform.Protocol;

namespace Sluice.Platform.Access;

/// <summary>Lets in what is signed by a key whose role has the right, and the operations whose right is in their input.</summary>
internal sealed class RequestGate(RequestAuthentication authentication) : IRequestGate
{
    /// <summary>Hook functions, builds' programs and functions that pipelines call hold their own roles' keys, which are none of ours.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "codedeploy:PutLifecycleEventHookExecutionStatus", "codebuild:ReportBuildProgress", "codebuild:ExchangeSandboxCommand", "codebuild:GetBuildPackageToken", "codepipeline:PutJobSuccessResult", "codepipeline:PutJobFailureResult",
    };

    public async Task<Caller?> AdmitAsync(ApiRequest request, RoutedOperation operation, CancellationToken cancellationToken)
    {
        if (Open.Contains(operation.Action))
        {
            return null;
        }

        var caller = await authentication.AuthenticateAsync(request, operation.Service.SigningName, cancellationToken);
        authentication.Authorize(caller, operation.Action);
        return caller;
    }
}

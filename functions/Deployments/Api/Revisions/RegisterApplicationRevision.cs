using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Keys;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Revisions;

/// <summary>Remembers a revision of an application. Again, it sets the description.</summary>
public sealed class RegisterApplicationRevision(ApplicationStore applications, ComputePlatforms platforms, ITable table, TimeProvider time)
    : IOperation<RegisterApplicationRevisionInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(RegisterApplicationRevisionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        RevisionRules.Check(input.Revision, platforms.Of(application.ComputePlatform));
        if (input.Description is { Length: > RevisionRules.LongestDescription } description)
        {
            throw RevisionErrors.DescriptionTooLong(description.Length);
        }

        var registered = RevisionUse.Registered(application.ApplicationId, input.Revision, input.Description, time.GetUtcNow());
        GuardedWrite there = new(ApplicationKeys.IsThere(application.ApplicationId), ApplicationErrors.DoesNotExist(input.ApplicationName));
        await GuardedWrite.TryAllAsync(table, [there, .. registered.Select(write => new GuardedWrite(write))], cancellationToken);
        return NoOutput.Value;
    }
}

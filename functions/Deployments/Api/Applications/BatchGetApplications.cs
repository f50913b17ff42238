using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Tells of up to a hundred applications.</summary>
public sealed class BatchGetApplications(ApplicationStore applications) : IOperation<BatchGetApplicationsInput, BatchGetApplicationsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetApplicationsOutput> RunAsync(BatchGetApplicationsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var names = Batches.Check(input.ApplicationNames, Batch.MostNames, "ApplicationNameRequiredException", Batch.Exceeded);
        var (found, missing) = await Batches.ReadAsync(names, name => applications.FindAsync(name, cancellationToken));
        return missing.Count == 0
            ? new BatchGetApplicationsOutput { ApplicationsInfo = [.. found.Select(ApplicationDescription.Of)] }
            : throw ApplicationErrors.DoesNotExist(missing);
    }
}

using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>Begins actions of the types that users and partners have made: a worker asks for the job, or a function is called with it.</summary>
internal sealed class WorkerAction(ActionTypeStore types, JobStarts jobs, SuiteAccount account) : IActionProvider
{
    public IReadOnlyList<string> Serves { get; } = [IActionProvider.Workers];

    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var id = new ActionTypeId
        {
            Category = Enum.Parse<ActionCategory>(request.Category), Owner = Enum.Parse<ActionOwner>(request.Owner), Provider = request.Provider, Version = request.Version,
        };
        if (await types.FindAsync(id, cancellationToken) is not { } type || !type.IsFor(account.AccountId))
        {
            await jobs.RefuseAsync(request, $"There is no action type {request.Category} of {request.Owner} by '{request.Provider}', version '{request.Version}', or no longer.", cancellationToken);
        }
        else if (request.Owner == nameof(ActionOwner.ThirdParty) && type.FunctionArn is null && PartnerToken.Of(request) is null)
        {
            await jobs.RefuseAsync(request, $"The configuration needs {PartnerToken.Key}, by which the partner's worker shows that the job is for it.", cancellationToken);
        }
        else
        {
            await jobs.BeginAsync(request, new JobPlan(id, type.FunctionArn, type.JobTimeout), cancellationToken);
        }
    }
}

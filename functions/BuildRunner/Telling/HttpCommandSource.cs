using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Runs;

namespace Sluice.BuildRunner.Telling;

/// <summary>A sandbox's commands, by the service's own API.</summary>
internal sealed class HttpCommandSource(ServiceCalls service, string id, string secret) : ICommandSource
{
    public async Task<SandboxOrder> ExchangeAsync(FinishedCommand? finished, CancellationToken cancellationToken) =>
        await service.CallAsync<SandboxExchange, SandboxOrder>(SandboxExchange.Target, new SandboxExchange(id, secret, finished), cancellationToken) ?? new SandboxOrder(null, null);
}

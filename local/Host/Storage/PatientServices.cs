using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// A machine's call that could not record what it did is made again when the disk is well. A failure would lead the machine on to a branch that cannot be recorded either; so it goes no further, and no weight rises.
/// </summary>
internal sealed class PatientServices(ITaskServices services, StorageHealth storage) : ITaskServices
{
    public bool Serves(string resource) => services.Serves(resource);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await services.CallAsync(call, cancellationToken);
            }
            catch (Exception e) when (StorageFault.In(e))
            {
                storage.Failed(e);
            }

            await storage.UntilWellAsync(cancellationToken);
        }
    }
}

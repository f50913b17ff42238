using System.Text.Json;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Json;

namespace Sluice.Platform.Protocol;

/// <summary>Runs an operation on an input: checks it against the model and hands it over.</summary>
internal sealed class OperationDispatcher(OperationCatalog catalog, IServiceProvider services)
{
    /// <exception cref="ApiException">The operation is not built, or the input is refused.</exception>
    public Task<OperationOutput> RunAsync(RoutedOperation routed, OperationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var runner = catalog.Find(routed) ?? throw new ApiException(CommonErrors.NotImplemented, NotBuilt(routed));
        return runner.RunAsync(services, Checked(routed, input.Members.RootElement), input.Content, context, cancellationToken);
    }

    private string NotBuilt(RoutedOperation routed)
    {
        var built = catalog.BuiltOf(routed.Service.Name);
        return built.Count == 0
            ? $"{routed.Action} is not built yet, and no other operation of {routed.Service.Name} is."
            : $"{routed.Action} is not built yet. Of {routed.Service.Name} there are {string.Join(", ", built)}.";
    }

    private static ReadOnlyMemory<byte> Checked(RoutedOperation routed, JsonElement input)
    {
        if (routed.Operation.Input is not { } shape)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            var faults = InputCheck.Faults(shape, input);
            return faults.Count == 0 ? WireDocument.ForRecords(shape, input) : throw FaultErrors.Error(routed.Service, routed.Operation, faults);
        }
        catch (InvalidOperationException e)
        {
            // A text with half a surrogate pair is JSON, but no text.
            throw new ApiException(CommonErrors.Serialization, $"The body cannot be read: {e.Message}");
        }
    }
}

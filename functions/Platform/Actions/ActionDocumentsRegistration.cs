using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Platform.Actions;

/// <summary>Registers what every service that does actions shares.</summary>
public static class ActionDocumentsRegistration
{
    /// <summary>Registers <see cref="ActionDocuments"/> once, and one machine's bucket unless there is another already.</summary>
    public static void TryAddActionDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteBucket.OneMachine);
        services.TryAddSingleton(provider => new ActionDocuments(
            provider.GetRequiredService<IObjectStore>(), provider.GetRequiredService<IStateMachines>(), provider.GetRequiredService<SuiteBucket>()));
    }
}

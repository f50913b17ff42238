using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Platform.Protocol;

/// <summary>How services add their operations.</summary>
public static class OperationServices
{
    /// <summary>Adds a class that implements <see cref="IOperation{TInput, TOutput}"/>, as a singleton.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="service">The model's name, e.g. <c>codedeploy</c>.</param>
    public static IServiceCollection AddOperation<TOperation>(this IServiceCollection services, string service)
        where TOperation : class =>
        services.AddUseCase<TOperation>().AddSingleton(new OperationRegistration(service, typeof(TOperation)));
}

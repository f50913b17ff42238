namespace Sluice.Local.Cloud.Delivering;

/// <summary>How a service brings its messages.</summary>
internal interface IDeliveryCourse
{
    /// <exception cref="DeliveryFailedException">It could not be brought.</exception>
    Task SendAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>How long to wait before the next try; null if there is none.</summary>
    /// <param name="delivery">With this failure counted.</param>
    /// <param name="age">Since it was taken.</param>
    TimeSpan? Pause(Delivery delivery, TimeSpan age);

    /// <summary>Tells the dead letters of one that is given up.</summary>
    /// <exception cref="DeliveryFailedException">They do not take it.</exception>
    Task BuryAsync(Delivery delivery, DeliveryFailedException failure, CancellationToken cancellationToken);
}

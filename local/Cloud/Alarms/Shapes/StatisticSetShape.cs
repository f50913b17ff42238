namespace Sluice.Local.Cloud.Alarms.Shapes;

/// <summary>CloudWatch's StatisticSet.</summary>
internal sealed record StatisticSetShape(double SampleCount, double Sum, double Minimum, double Maximum);
